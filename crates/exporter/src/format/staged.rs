//! Files under a temporary name until they are whole.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::ExportError;

/// Makes a folder, with those above it.
pub(super) fn folder(path: &Path) -> Result<(), ExportError> {
    fs::create_dir_all(path).map_err(|source| ExportError::Folder { path: path.to_owned(), source })
}

/// How temporary names begin; nothing else in an output folder does.
const PREFIX: &str = ".rapporteur-new-";

/// Clears away the files that a killed run left unfinished in an output folder and the folders in it. To be called by
/// whoever is alone there, before any output is opened.
///
/// # Errors
/// Where a file cannot be removed.
pub fn sweep(out: &Path) -> Result<(), ExportError> {
    let below = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().collect::<Vec<_>>();
    let folders = below(out).into_iter().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    for folder in folders.map(|entry| entry.path()).chain([out.to_owned()]) {
        for entry in below(&folder) {
            if entry.file_name().to_string_lossy().starts_with(PREFIX) {
                fs::remove_file(entry.path()).map_err(|source| write_error(&entry.path(), source))?;
            }
        }
    }
    Ok(())
}

/// A new file in `folder` under a temporary name; removed if it is dropped before [`publish`].
pub(super) fn stage(folder: &Path) -> Result<NamedTempFile, ExportError> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    // Readable by whom the process's mask lets read, like any other output; temporary files are private by default.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder).map_err(|source| ExportError::Write { path: folder.to_owned(), source })
}

/// Gives a whole file its final name, in the place of any file of that name.
///
/// The bytes are not forced to the disk: a killed run must leave no half file, and does not; a power cut is the
/// file system's business, and waiting for it file by file would make a batch many times slower.
pub(super) fn publish(file: NamedTempFile, path: &Path) -> Result<(), ExportError> {
    match file.persist(path) {
        Ok(_) => Ok(()),
        Err(failed) => Err(write_error(path, failed.error)),
    }
}

pub(super) fn write_error(path: &Path, source: io::Error) -> ExportError {
    ExportError::Write { path: PathBuf::from(path), source }
}
