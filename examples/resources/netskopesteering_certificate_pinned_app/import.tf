import {
  to = netskopesteering_certificate_pinned_app.whatsapp
  id = "151"
}
