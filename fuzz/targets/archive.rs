//! An archive of any bytes gives no more than its limits, and no name that leads anywhere.
//!
//! The first byte of the input tells the kind of archive; tar is also tried packed by us, for a fuzzer hardly ever
//! hits a checksum of gzip.

#![no_main]

use std::{fs, io::Write as _};

use flate2::{Compression, write::GzEncoder};
use libfuzzer_sys::fuzz_target;
use rapporteur::{archive::unpack, input::Origin};

/// Bytes that may come out of an archive, and of one of its members.
const LIMIT: u64 = 1 << 16;
const EACH: u64 = 1 << 12;

fuzz_target!(|input: (u8, &[u8])| {
    let (kind, bytes) = input;
    let name = ["a.zip", "a.tar", "a.tar.gz", "a.tgz"][usize::from(kind % 4)];
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(name);
    let packed = if kind % 4 == 2 {
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(bytes).and_then(|()| packer.finish()).expect("memory can be written")
    } else {
        bytes.to_vec()
    };
    fs::write(&path, packed).expect("the temporary folder can be written");
    let Ok(unpacked) = unpack(&path, name, LIMIT, EACH) else { return };
    assert!(unpacked.documents.iter().map(|one| one.bytes).sum::<u64>() <= LIMIT);
    for document in &unpacked.documents {
        let Origin::File(file) = &document.origin else { panic!("a member is a file") };
        assert!(file.parent() == Some(unpacked.folder.path()) && file.is_file(), "{}", file.display());
        let inner = document.label.strip_prefix(name).expect("a label begins with the archive");
        assert!(inner.starts_with('/') && !inner.split('/').any(|step| step == ".."), "{}", document.label);
    }
});
