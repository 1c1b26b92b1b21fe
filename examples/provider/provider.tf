terraform {
  required_providers {
    netskopesteering = {
      # In no registry: terraform finds it where a CLI configuration names it, as the guide "Use it without npm" shows, or `netskope-steering terraformrc`.
      source = "terraform.local/community/netskopesteering"
    }
  }
}

# Address and token come from NETSKOPE_SERVER_URL and NETSKOPE_API_KEY: what is written here stands in plain text in plan files.
provider "netskopesteering" {
  requests_per_second = 2
}
