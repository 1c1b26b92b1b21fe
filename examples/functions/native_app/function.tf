# Blocks Spotify on Windows and macOS, and steers the ports on which it could get around that.
locals {
  spotify = provider::netskopesteering::native_app("Spotify")
}

resource "netskopesteering_certificate_pinned_app" "spotify" {
  name    = local.spotify.name
  windows = { processes = local.spotify.windows }
  mac_os  = { processes = local.spotify.mac_os }
}

resource "netskopesteering_non_standard_port" "spotify" {
  for_each         = local.spotify.ports
  configuration_id = "0"
  port             = each.value
  domains          = local.spotify.domains
}

resource "netskopesteering_certificate_pinned_app_exception" "spotify" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.spotify.id
  custom_app_domains = ["*"]
  windows            = "block"
  mac_os             = "block"
  depends_on         = [netskopesteering_non_standard_port.spotify]
}
