import type { Certificate } from '../support/server.ts'

/** A throw-away certificate for portal.gov.example that nobody but itself vouches for. Valid for 100 years. */
export const SELF_SIGNED: Certificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg26CUP6GO2aqmDQQR
XtWV42XsAEDGVNrLBYh0L3QCjmKhRANCAATdgdGGGtLtieMvT2j0N4ZeKN6ovPFV
2ZpM9pUgwdhHOllmCJdyalgMgssHxWpfN/HbFdqVmIJBqs73gMHdLLWZ
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBsDCCAVagAwIBAgIUbq6CELCU/24j8dOdyk3FNMx4fmYwCgYIKoZIzj0EAwIw
HTEbMBkGA1UEAwwScG9ydGFsLmdvdi5leGFtcGxlMCAXDTI2MTEyMzIzMjA1OFoY
DzIxMjYxMDMwMjMyMDU4WjAdMRswGQYDVQQDDBJwb3J0YWwuZ292LmV4YW1wbGUw
WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATdgdGGGtLtieMvT2j0N4ZeKN6ovPFV
2ZpM9pUgwdhHOllmCJdyalgMgssHxWpfN/HbFdqVmIJBqs73gMHdLLWZo3IwcDAd
BgNVHQ4EFgQUTnnuTbdTms5Evhb9c94TWGRribkwHwYDVR0jBBgwFoAUTnnuTbdT
ms5Evhb9c94TWGRribkwDwYDVR0TAQH/BAUwAwEB/zAdBgNVHREEFjAUghJwb3J0
YWwuZ292LmV4YW1wbGUwCgYIKoZIzj0EAwIDSAAwRQIhAPQF+7qYTRO8aiFHa/G7
Cf18kMZGKOwi+Fqe1rsaEZlIAiB7YFsEjP54CLQt4rNioOlYetV5b9gr4wGca03/
e1psQw==
-----END CERTIFICATE-----
`,
}
