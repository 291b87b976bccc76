//! Training the model of verbale-syntax.

use std::fs::{self, File};
use std::io::{BufReader, Read as _, Write as _};
use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, bail};
use lzma_rust2::XzReader;
use verbale_syntax::trainer::{Options, train as learn};

/// Learns from `data/train.conll` and writes the model file whole; its report goes to stdout, progress to stderr.
pub(crate) fn train(data: &Path, out: &Path) -> anyhow::Result<()> {
    let (training, checking) = (trees(data, "train")?, trees(data, "dev")?);
    let start = Instant::now();
    let mut progress = std::io::stderr();
    let trained = learn(&training, &checking, &Options::default(), &mut |line| {
        // Progress that cannot be shown is no reason to stop.
        let _ = writeln!(progress, "{:7.1} s  {line}", start.elapsed().as_secs_f64());
    })?;
    let partial = out.with_extension("partial");
    fs::write(&partial, &trained.file).with_context(|| format!("{} cannot be written", partial.display()))?;
    fs::rename(&partial, out).with_context(|| format!("{} cannot be written", out.display()))?;
    write!(std::io::stdout(), "{}", trained.report)?;
    Ok(())
}

/// The text of `NAME.conll` or `NAME.conll.xz`.
fn trees(folder: &Path, name: &str) -> anyhow::Result<String> {
    let plain = folder.join(format!("{name}.conll"));
    if plain.exists() {
        return fs::read_to_string(&plain).with_context(|| format!("{} cannot be read", plain.display()));
    }
    let packed = folder.join(format!("{name}.conll.xz"));
    if !packed.exists() {
        bail!("{}: neither {name}.conll nor {name}.conll.xz is there", folder.display());
    }
    let file = File::open(&packed).with_context(|| format!("{} cannot be read", packed.display()))?;
    let mut text = String::new();
    XzReader::new(BufReader::new(file), true)
        .read_to_string(&mut text)
        .with_context(|| format!("{} cannot be unpacked", packed.display()))?;
    Ok(text)
}
