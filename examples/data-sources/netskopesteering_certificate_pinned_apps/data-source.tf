# Every app that somebody defined for Windows and named after a messenger.
data "netskopesteering_certificate_pinned_apps" "messengers" {
  name_pattern = "(?i)whatsapp|signal|telegram"
  custom       = true
  platform     = "windows"
}

output "messengers" {
  value = data.netskopesteering_certificate_pinned_apps.messengers.ids
}
