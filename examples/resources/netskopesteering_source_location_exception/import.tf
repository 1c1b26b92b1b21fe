import {
  to = netskopesteering_source_location_exception.guests
  id = "0/17"
}
