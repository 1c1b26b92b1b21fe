terraform {
  required_providers {
    netskopesteering = {
      # In no registry: terraform finds it in the mirror that `netskope-steering terraformrc` names.
      source = "terraform.local/community/netskopesteering"
    }
  }
}

# Address and token come from NETSKOPE_SERVER_URL and NETSKOPE_API_KEY: what is written here stands in plain text in plan files.
provider "netskopesteering" {
  requests_per_second = 2
}
