//! Measures a model file on silver trees: `check MODEL FILE`.

#![allow(clippy::print_stdout)]

use verbale_syntax::trainer::check;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(model), Some(trees)) = (arguments.next(), arguments.next()) else {
        return Err("two arguments are wanted: a model file and a file of trees".into());
    };
    print!("{}", check(&std::fs::read(model)?, &std::fs::read_to_string(trees)?)?);
    Ok(())
}
