//! Packs the largest files of knowledge so that they need no reading at run time.

#[allow(dead_code, reason = "the build script reads and indexes; what looks things up is for the crate")]
#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "build/settlements.rs"]
mod settlements;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() {
    if let Err(error) = pack() {
        // A bad row is named as a user's would be.
        println!("cargo::error={error}");
    }
}

fn pack() -> Result<(), Box<dyn Error>> {
    // The files are part of this program: it is built anew when one of them changes.
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("settlements.bin"), settlements::packed()?)?;
    fs::write(out.join("actors.bin"), lexicon::actors()?)?;
    fs::write(out.join("frames.bin"), lexicon::frames()?)?;
    Ok(())
}
