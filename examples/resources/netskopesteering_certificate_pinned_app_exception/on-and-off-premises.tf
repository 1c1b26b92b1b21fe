resource "netskopesteering_configuration" "office" {
  name        = "Office"
  enabled     = true
  user_groups = ["office"]
  dynamic_steering = {
    enabled                   = true
    on_premises_traffic_mode  = "web"
    off_premises_traffic_mode = "all"
  }
}

# With dynamic steering each exception belongs to one location, so that a block needs two.
resource "netskopesteering_certificate_pinned_app_exception" "whatsapp_office" {
  for_each = toset(["on_premises", "off_premises"])

  configuration_id   = netskopesteering_configuration.office.id
  location           = each.key
  app_id             = netskopesteering_certificate_pinned_app.whatsapp.id
  custom_app_domains = ["*"]
  windows            = "block"
}
