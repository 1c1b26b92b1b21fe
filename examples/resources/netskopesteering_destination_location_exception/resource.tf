# Traffic to these network locations is bypassed, and their addresses count as local ones.
resource "netskopesteering_destination_location_exception" "datacenter" {
  configuration_id    = "0"
  network_locations   = ["Data center Frankfurt"]
  treat_like_local_ip = true
}
