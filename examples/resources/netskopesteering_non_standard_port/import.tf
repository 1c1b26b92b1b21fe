import {
  to = netskopesteering_non_standard_port.whatsapp
  id = "0/12"
}
