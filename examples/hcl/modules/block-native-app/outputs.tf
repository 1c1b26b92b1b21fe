output "app" {
  description = "The certificate pinned app, for a call that blocks it in another configuration."
  value = {
    name = local.known.name
    id = one(concat(
      netskopesteering_certificate_pinned_app.this[*].id,
      data.netskopesteering_certificate_pinned_app.this[*].id,
      var.app[*].id,
    ))
  }
}

output "platforms" {
  description = "The platforms on which the app is blocked."
  value       = local.platforms
}

output "ports" {
  description = "The ids of the port entries, by port."
  value       = { for port, entry in netskopesteering_non_standard_port.this : port => entry.id }
}

output "exception_ids" {
  description = "The ids of the Block exceptions: one, or with dynamic steering one for each location."
  value = concat(
    [netskopesteering_certificate_pinned_app_exception.this.id],
    netskopesteering_certificate_pinned_app_exception.other_location[*].id,
  )
}
