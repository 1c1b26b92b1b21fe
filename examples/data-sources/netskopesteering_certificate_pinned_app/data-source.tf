# A predefined app, to be referred to: the vendor's own can be neither changed nor deleted.
data "netskopesteering_certificate_pinned_app" "zoom" {
  name = "Zoom"
}

resource "netskopesteering_certificate_pinned_app_exception" "zoom" {
  configuration_id   = "0"
  app_id             = data.netskopesteering_certificate_pinned_app.zoom.id
  custom_app_domains = ["zoom.us", "zoom.com"]
  windows            = "bypass"
}
