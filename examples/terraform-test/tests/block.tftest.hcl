# Runs with `terraform test`, without a tenant and without a token.
mock_provider "netskopesteering" {
  # A mock cannot import, so the test says what the import would find.
  override_resource {
    target = netskopesteering_default_configuration.default
    values = {
      id               = "0"
      traffic_mode     = "web"
      dynamic_steering = { enabled = false }
    }
  }
}

variables {
  name      = "WhatsApp"
  processes = ["WhatsApp.exe"]
}

# Where the tenant steers cloud apps only, the plan must stop.
run "stops_where_only_cloud_apps_are_steered" {
  command = plan

  override_resource {
    target = netskopesteering_default_configuration.default
    values = {
      id               = "0"
      traffic_mode     = "cloud_apps"
      dynamic_steering = { enabled = false }
    }
  }

  expect_failures = [netskopesteering_default_configuration.default]
}

# The last run, because it applies: what it makes stays in the state of this file.
run "blocks_the_app" {
  assert {
    condition = (
      netskopesteering_certificate_pinned_app_exception.blocked.windows == "block" &&
      netskopesteering_certificate_pinned_app_exception.blocked.app_id == netskopesteering_certificate_pinned_app.blocked.id
    )
    error_message = "The exception must block this very app."
  }
}
