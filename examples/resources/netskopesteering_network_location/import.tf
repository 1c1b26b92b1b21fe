import {
  to = netskopesteering_network_location.office
  id = "12"
}
