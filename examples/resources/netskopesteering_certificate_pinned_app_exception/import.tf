import {
  to = netskopesteering_certificate_pinned_app_exception.whatsapp
  id = "0/345"
}
