//! The connection to a `PostgreSQL` server, in the clear or by TLS: `postgres://ann@db.example/papers?sslmode=require`.
//!
//! `sslmode=require` asks for TLS 1.2 or 1.3, and the server must show a certificate for the name that it was called
//! by, signed by an authority that the machine trusts or by one of a file. That is what libpq calls `verify-full`: an
//! encrypted connection to nobody knows whom is not offered. Without it the connection is in the clear, as it suits
//! a server on the same machine (Debian's has a certificate that nobody signed).

use std::path::Path;

use postgres::{Client, Config, NoTls, config::SslMode};
use rustls::pki_types::{CertificateDer, pem::PemObject as _};
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::postgres::in_a_line;

/// Connects as the address says; why not, in a line, where that fails.
pub(super) fn connect(config: &Config, authorities: Option<&Path>) -> Result<Client, String> {
    let connected = if config.get_ssl_mode() == SslMode::Require {
        config.connect(MakeRustlsConnect::new(encrypted(authorities)?))
    } else {
        config.connect(NoTls)
    };
    connected.map_err(|error| {
        let words = in_a_line(&error);
        // "no pg_hba.conf entry for host …, no encryption"
        let wants_it = config.get_ssl_mode() != SslMode::Require && words.contains("no encryption");
        if wants_it { format!("{words}; add ?sslmode=require to the address") } else { words }
    })
}

fn encrypted(authorities: Option<&Path>) -> Result<ClientConfig, String> {
    let mut roots = RootCertStore::empty();
    if let Some(path) = authorities {
        let unfit = |reason: &dyn std::fmt::Display| format!("{}: {reason}", path.display());
        let certificates = CertificateDer::pem_file_iter(path).map_err(|error| unfit(&error))?;
        for certificate in certificates {
            let added =
                certificate.map(|certificate| roots.add(certificate)).map_err(|error| unfit(&error))?;
            added.map_err(|error| unfit(&error))?;
        }
        if roots.is_empty() {
            return Err(unfit(&"no certificate of an authority is in the file (PEM)"));
        }
    } else {
        // A store has certificates that no library reads; what counts is that one fits in the end.
        let found = rustls_native_certs::load_native_certs();
        roots.add_parsable_certificates(found.certs);
        if roots.is_empty() {
            let reason = found.errors.first().map(|error| format!(": {error}")).unwrap_or_default();
            return Err(format!("this machine trusts no authority that signs certificates{reason}"));
        }
    }
    let builder = ClientConfig::builder_with_provider(rustls::crypto::ring::default_provider().into());
    let versions = builder.with_safe_default_protocol_versions().map_err(|error| error.to_string())?;
    Ok(versions.with_root_certificates(roots).with_no_client_auth())
}
