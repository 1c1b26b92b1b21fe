# Traffic to the office is bypassed. Where the name may change, the new location is made before the old one goes.
resource "netskopesteering_network_location" "office" {
  name      = "Office Frankfurt"
  addresses = ["192.0.2.0/24", "198.51.100.1-198.51.100.9"]

  lifecycle {
    create_before_destroy = true
  }
}

resource "netskopesteering_destination_location_exception" "office" {
  configuration_id  = "0"
  network_locations = [netskopesteering_network_location.office.name]
}
