import {
  to = netskopesteering_destination_location_exception.datacenter
  id = "0/16"
}
