import {
  to = netskopesteering_dns_exception.intranet
  id = "0/15"
}
