//! A `PostgreSQL` server of one's own: in a temporary folder, on a free port of this machine, ended with the test.

#![allow(clippy::disallowed_methods, reason = "a server takes its time, and stands where the machine has it")]

use std::{
    fs::Permissions,
    net::TcpListener,
    os::unix::fs::PermissionsExt as _,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use postgres::{Client, NoTls, error::SqlState};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use tempfile::TempDir;

/// A server that runs, or can be run again.
pub struct Server {
    folder: TempDir,
    programs: PathBuf,
    port: u16,
    child: Option<Child>,
    /// Settings beside the usual ones, `name=value`.
    settings: Vec<String>,
}

impl Server {
    /// A new server with a database `papers`; where none can be had, why.
    pub fn start() -> Result<Self, String> {
        let programs = programs()
            .ok_or("PostgreSQL's initdb is not on this machine (Debian: apt-get install postgresql)")?;
        let folder = tempfile::Builder::new().prefix("rapporteur-server-").tempdir().unwrap();
        if is_root() {
            // initdb refuses root; the package brings a user of its own.
            let owned = Command::new("chown").arg("postgres").arg(folder.path()).status();
            if !owned.is_ok_and(|status| status.success()) {
                return Err("run by root, and there is no user postgres to run the server as".to_owned());
            }
        }
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut server = Self { folder, programs, port, child: None, settings: Vec::new() };
        let made = server
            .command("initdb")
            .args(["--auth=trust", "--username=rapporteur", "--encoding=UTF8", "--locale=C", "--no-sync"])
            .arg("-D")
            .arg(server.data())
            .output()
            .map_err(|error| format!("initdb cannot be run: {error}"))?;
        if !made.status.success() {
            return Err(format!("initdb: {}", String::from_utf8_lossy(&made.stderr)));
        }
        server.run();
        server.client("postgres").batch_execute("CREATE DATABASE papers").unwrap();
        Ok(server)
    }

    /// Runs it, and waits until it answers.
    pub fn run(&mut self) {
        let begun = Instant::now();
        loop {
            let child = self
                .command("postgres")
                .arg("-D")
                .arg(self.data())
                .args(["-h", "127.0.0.1", "-p", &self.port.to_string()])
                .args(["-c", "fsync=off", "-c", "unix_socket_directories=", "-c", "max_connections=20"])
                .args(self.settings.iter().flat_map(|setting| ["-c", setting]))
                .spawn();
            let mut child = child.unwrap();
            while child.try_wait().unwrap().is_none() {
                if self.answers() {
                    self.child = Some(child);
                    return;
                }
                std::thread::sleep(Duration::from_millis(50));
            }
            // After a kill the one before may still be letting go of what it held.
            assert!(begun.elapsed() < Duration::from_mins(1), "the server does not start");
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    /// Does it let one in, or say why not?
    fn answers(&self) -> bool {
        match Client::connect(&self.url("postgres"), NoTls) {
            Ok(_) => true,
            Err(error) => error.code() == Some(&SqlState::INVALID_AUTHORIZATION_SPECIFICATION),
        }
    }

    /// Kills it, as a power cut would.
    pub fn kill(&mut self) {
        let mut child = self.child.take().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// Runs it again so that it takes encrypted connections only, by a certificate for 127.0.0.1 that an authority of
    /// its own has signed; the authority's certificate.
    pub fn encrypt(&mut self) -> String {
        let authority_key = KeyPair::generate().unwrap();
        let mut authority = CertificateParams::new(Vec::new()).unwrap();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let certificate = authority.self_signed(&authority_key).unwrap().pem();
        let key = KeyPair::generate().unwrap();
        let own = CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap();
        let own = own.signed_by(&key, &Issuer::new(authority, authority_key)).unwrap();
        self.kill();
        for (name, text) in [
            ("server.crt", own.pem()),
            ("server.key", key.serialize_pem()),
            ("pg_hba.conf", "hostssl all all 127.0.0.1/32 trust\n".to_owned()),
        ] {
            let path = self.data().join(name);
            std::fs::write(&path, text).unwrap();
            // The server reads no key that others could read too.
            std::fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
            if is_root() {
                assert!(Command::new("chown").arg("postgres").arg(&path).status().unwrap().success());
            }
        }
        self.settings.push("ssl=on".to_owned());
        self.run();
        certificate
    }

    pub fn url(&self, database: &str) -> String {
        format!("postgres://rapporteur@127.0.0.1:{}/{database}", self.port)
    }

    pub fn client(&self, database: &str) -> Client {
        Client::connect(&self.url(database), NoTls).unwrap()
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// One of the server's programs, run by a user that is not root.
    fn command(&self, name: &str) -> Command {
        let program = self.programs.join(name);
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).current_dir("/");
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let Some(mut child) = self.child.take() else { return };
        // The fast shutdown: it ends its children and sessions in order.
        let _ = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
        let begun = Instant::now();
        while matches!(child.try_wait(), Ok(None)) && begun.elapsed() < Duration::from_secs(10) {
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// Where Debian keeps the server's programs, the newest version first; else the folders of the path.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = versions.map(|entry| entry.path().join("bin")).collect();
    folders.sort();
    folders.reverse();
    folders.extend(std::env::var_os("PATH").iter().flat_map(std::env::split_paths));
    folders.into_iter().find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout == b"0\n")
}
