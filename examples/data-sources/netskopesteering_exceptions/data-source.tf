# What the default configuration does with certificate pinned apps, whoever wrote it.
data "netskopesteering_exceptions" "pinned" {
  configuration_id = "0"
  type             = "certificate_pinned_app"
}

output "bypassed_on_windows" {
  value = [
    for exception in data.netskopesteering_exceptions.pinned.exceptions :
    exception.app_id
    if startswith(coalesce(exception.windows, "none"), "bypass")
  ]
}
