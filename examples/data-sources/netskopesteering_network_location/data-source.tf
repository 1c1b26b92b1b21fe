# A location that others manage, to be referred to by its name.
data "netskopesteering_network_location" "office" {
  name = "Office Frankfurt"
}

resource "netskopesteering_source_location_exception" "office" {
  configuration_id  = "0"
  network_locations = [data.netskopesteering_network_location.office.name]
}
