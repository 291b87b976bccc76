//! Trains a model: `cargo run --release --features trainer --example train -- DIR OUT`, where `DIR` holds `train.conll`
//! and `dev.conll`. Options come from the environment for ablations (`ACTION_BITS=20`).

#![allow(clippy::print_stdout, clippy::print_stderr)]

use verbale_syntax::trainer::{Options, train};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("two arguments are wanted: the folder with the trees and the file to write".into());
    };
    let mut options = Options::default();
    let set = |name: &str, slot: &mut usize| {
        if let Some(value) = std::env::var(name).ok().and_then(|v| v.parse().ok()) {
            *slot = value;
        }
    };
    for (name, slot) in [
        ("TAG_EPOCHS", &mut options.tag_epochs),
        ("ROLE_EPOCHS", &mut options.role_epochs),
        ("TREE_EPOCHS", &mut options.tree_epochs),
        ("NAME_EPOCHS", &mut options.name_epochs),
        ("FOLDS", &mut options.folds),
        ("CLUSTERS", &mut options.clusters),
        ("VARIED", &mut options.varied),
        ("EVERY", &mut options.every),
    ] {
        set(name, slot);
    }
    for (name, slot) in [
        ("TAG_BITS", &mut options.tag_bits),
        ("ROLE_BITS", &mut options.role_bits),
        ("ACTION_BITS", &mut options.action_bits),
        ("LABEL_BITS", &mut options.label_bits),
        ("PLACE_BITS", &mut options.place_bits),
        ("KIND_BITS", &mut options.kind_bits),
    ] {
        let mut wide = *slot as usize;
        set(name, &mut wide);
        *slot = u32::try_from(wide)?;
    }
    let training = std::fs::read_to_string(format!("{folder}/train.conll"))?;
    let checking = std::fs::read_to_string(format!("{folder}/dev.conll"))?;
    let start = std::time::Instant::now();
    let trained = train(&training, &checking, &options, &mut |line| {
        eprintln!("{:7.1} s  {line}", start.elapsed().as_secs_f64())
    })?;
    std::fs::write(&out, &trained.file)?;
    print!("{}", trained.report);
    Ok(())
}
