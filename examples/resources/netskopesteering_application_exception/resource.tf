# Bypasses two applications for the users of the default configuration, and still steers their DNS.
resource "netskopesteering_application_exception" "meetings" {
  configuration_id = "0"
  applications     = ["Zoom", "Webex"]
  action           = "bypass_except_dns"
  notes            = "Media of meetings takes the shortest way."
}
