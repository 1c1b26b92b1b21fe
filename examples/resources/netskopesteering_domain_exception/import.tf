import {
  to = netskopesteering_domain_exception.updates
  id = "0/14"
}
