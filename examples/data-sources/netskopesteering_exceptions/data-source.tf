# What the default configuration does with certificate pinned apps, whoever wrote it.
data "netskopesteering_exceptions" "pinned" {
  configuration_id = "0"
  type             = "certificate_pinned_app"
}

output "bypassed_on_windows" {
  value = [
    for exception in data.netskopesteering_exceptions.pinned.exceptions :
    exception.certificate_pinned_app.app_id
    if try(exception.certificate_pinned_app.windows.action, "") != "block"
  ]
}
