# Every location that is named as an office, with its addresses.
data "netskopesteering_network_locations" "offices" {
  name_pattern = "^Office "
}

output "offices" {
  value = data.netskopesteering_network_locations.offices.network_locations
}
