# Clients in this network are not steered.
resource "netskopesteering_source_location_exception" "guests" {
  configuration_id  = "0"
  network_locations = ["Guest network Berlin"]
}
