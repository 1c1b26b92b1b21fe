import {
  to = netskopesteering_source_country_exception.travel
  id = "0/18"
}
