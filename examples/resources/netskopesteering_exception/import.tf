import {
  to = netskopesteering_exception.whatsapp
  id = "0/345"
}
