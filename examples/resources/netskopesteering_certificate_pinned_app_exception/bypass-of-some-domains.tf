resource "netskopesteering_certificate_pinned_app" "meetings" {
  name    = "Acme Meetings"
  windows = { processes = ["AcmeMeetings.exe"] }
}

# Custom app domains are suffixes: this one covers media.meet.example.com too.
resource "netskopesteering_certificate_pinned_app_exception" "meetings" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.meetings.id
  custom_app_domains = ["meet.example.com"]
  windows            = "bypass_direct"
}
