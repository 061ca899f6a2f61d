//! One run at a time in one output folder.
//!
//! The lock is the system's, on the folder itself, and goes with the program that holds it, however that ends. So
//! nothing is left behind that a person would have to remove.

use std::{
    fs::{File, TryLockError},
    path::Path,
};

use anyhow::{Context as _, bail};

/// The lock on a folder, until it is dropped; `None` where the system has none to give (some network disks).
///
/// # Errors
/// Where another run holds it.
pub fn lock(folder: &Path) -> anyhow::Result<Option<File>> {
    let file = if cfg!(unix) { File::open(folder) } else { File::create(folder.join(".rapporteur.lock")) };
    let file = file.with_context(|| format!("--out {}", folder.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => {
            bail!("--out {}: another run is writing there; wait until it has ended", folder.display())
        }
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_locked_once_and_freed_with_its_holder() {
        let folder = tempfile::tempdir().unwrap();
        let first = lock(folder.path()).unwrap();
        assert!(first.is_some());
        let error = lock(folder.path()).unwrap_err().to_string();
        assert!(error.contains("another run is writing there"), "{error}");
        drop(first);
        assert!(lock(folder.path()).unwrap().is_some());
    }
}
