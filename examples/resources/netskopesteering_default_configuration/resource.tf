# It exists on every tenant, so it is imported rather than created. Nothing is written here, so nothing is changed: the
# plan only stops where the tenant steers too little for a block to take effect.
resource "netskopesteering_default_configuration" "default" {
  lifecycle {
    postcondition {
      condition     = !self.dynamic_steering.enabled && contains(["web", "all"], self.traffic_mode)
      error_message = "In this traffic mode clients do not steer non-standard ports, or each location has a mode of its own."
    }
  }
}
