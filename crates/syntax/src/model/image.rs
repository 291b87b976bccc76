//! The image of a model: its parts as they lie in memory, so that nothing is decoded and nothing copied when it is loaded.
//!
//! All numbers are little-endian. An image is:
//!
//! - the lengths in bytes of the eight parts that follow, eight bytes each;
//! - what is known of the model's making, as in a model file (`file.rs`);
//! - the lexicon: its slots (`lexicon.rs`);
//! - the tables of tags, roles, labels, places and kinds: their lines (`table.rs`);
//! - the table of transitions: its 32 levels, four bytes each, then its rows, two bytes each.
//!
//! Behind each part zeros fill it up to a multiple of 64 bytes; so an image that lies at such an address has every line of a
//! table in a line of the processor's cache.
//!
//! `build.rs` writes the image of the model that the crate embeds, and nobody keeps one: it has no magic, no version and no
//! checksum, which would mean reading all of it. Models are kept in files.

use super::reader::Reader;
use super::{Model, ModelError, file};
use crate::lexicon::Lexicon;
use crate::table::{Balanced, LINE, Table};

const PARTS: usize = 8;

/// Lays a model out.
#[allow(dead_code, reason = "`build.rs` and the tests lay models out, the crate only reads them")]
pub(crate) fn write(model: &Model) -> Vec<u8> {
    let mut info = Vec::new();
    file::write_info(&model.info, &mut info);
    let actions = model.actions.to_bytes();
    let parts: [&[u8]; PARTS] = [
        &info,
        model.lexicon.as_bytes(),
        model.tags.as_bytes(),
        model.roles.as_bytes(),
        model.labels.as_bytes(),
        model.places.as_bytes(),
        model.kinds.as_bytes(),
        &actions,
    ];
    let mut out = Vec::new();
    for part in parts {
        out.extend_from_slice(&(part.len() as u64).to_le_bytes());
    }
    for part in parts {
        out.extend_from_slice(part);
        out.resize(out.len().next_multiple_of(LINE), 0);
    }
    out
}

/// The model of an image. Only lengths are looked at: the rest of what stands in an image is used where it lies.
pub(crate) fn read(image: &'static [u8]) -> Result<Model, ModelError> {
    let mut reader = Reader::new(image);
    let mut lengths = [0; PARTS];
    for length in &mut lengths {
        *length = usize::try_from(reader.u64()?).map_err(|_| ModelError::Content("a part is too long"))?;
    }
    let mut parts = [[].as_slice(); PARTS];
    for (part, length) in parts.iter_mut().zip(lengths) {
        *part = reader.take(length)?;
        reader.take((LINE - length % LINE) % LINE)?;
    }
    reader.end()?;
    let [info, lexicon, tags, roles, labels, places, kinds, actions] = parts;
    let mut info = Reader::new(info);
    let model = Model {
        info: file::read_info(&mut info)?,
        lexicon: Lexicon::in_place(lexicon)
            .ok_or(ModelError::Content("a lexicon of another size was expected"))?,
        tags: table(tags)?,
        roles: table(roles)?,
        labels: table(labels)?,
        places: table(places)?,
        kinds: table(kinds)?,
        actions: Balanced::in_place(actions).ok_or(ModelError::Content(SIZE))?,
    };
    info.end()?;
    Ok(model)
}

const SIZE: &str = "a table of another size was expected";

fn table<const C: usize>(part: &'static [u8]) -> Result<Table<C>, ModelError> {
    Table::in_place(part).ok_or(ModelError::Content(SIZE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::small;
    use crate::lexicon::Entry;
    use crate::model::{ModelInfo, shape};
    use crate::table::Scores;

    /// A table of the fewest rows, each with weights of its own.
    fn tiny_table<const C: usize>() -> Table<C> {
        let mut table = Table::new(4).unwrap();
        for row in 0..4 {
            table.set(row, &std::array::from_fn(|class| (row * 700 + class * 9) as i16 - 500));
        }
        table
    }

    fn tiny() -> Model {
        let entry = Entry { cluster: 300, coarse: 4, ambiguity: 1000, naming: 7, sure: 9 };
        Model {
            lexicon: Lexicon::new(&[(3, entry), (5, Entry::default())]),
            tags: tiny_table(),
            roles: tiny_table(),
            actions: Balanced::new(
                vec![[1, 2], [3, 4], [5, 6], [7, 8]].into(),
                std::array::from_fn(|level| level as i32 - 16),
            )
            .unwrap(),
            labels: tiny_table(),
            places: tiny_table(),
            kinds: tiny_table(),
            info: ModelInfo {
                figures: vec![("tags".to_owned(), 9796)],
                format: file::FORMAT,
                ..ModelInfo::default()
            },
        }
    }

    /// That two tables give every one of some features the same scores.
    fn agree<const C: usize>(one: &impl Scores<C>, other: &impl Scores<C>) {
        for n in 0..5000 {
            let features = [small(1, n) as u32, small(2, n) as u32];
            assert_eq!(one.scores(&features), other.scores(&features));
        }
    }

    fn assert_same(one: &Model, other: &Model) {
        assert_eq!(one.info, other.info);
        for n in 0..5000 {
            assert_eq!(one.lexicon.get(small(3, n)), other.lexicon.get(small(3, n)));
        }
        agree::<{ shape::TAGS }>(&one.tags, &other.tags);
        agree::<{ shape::ROLES }>(&one.roles, &other.roles);
        agree::<{ shape::ACTIONS }>(&one.actions, &other.actions);
        agree::<{ shape::LABELS }>(&one.labels, &other.labels);
        agree::<{ shape::PLACES }>(&one.places, &other.places);
        agree::<{ shape::KINDS }>(&one.kinds, &other.kinds);
        assert!(write(one) == write(other));
    }

    #[test]
    fn the_model_of_an_image_is_the_one_that_was_laid_out() {
        let model = tiny();
        assert_same(&read(write(&model).leak()).unwrap(), &model);
    }

    #[test]
    fn the_embedded_image_is_that_of_the_model_file() {
        let model = file::read(include_bytes!("../../data/english.model")).unwrap();
        let embedded = crate::syntax::ENGLISH;
        assert!(write(&model) == embedded.0);
        assert_same(&read(&embedded.0).unwrap(), &model);
    }

    #[test]
    fn tables_lie_along_cache_lines() {
        for model in [tiny(), read(&crate::syntax::ENGLISH.0).unwrap()] {
            for bytes in [model.tags.as_bytes(), model.places.as_bytes(), model.kinds.as_bytes()] {
                assert_eq!(bytes.as_ptr().addr() % LINE, 0);
            }
        }
    }

    #[test]
    fn an_image_that_is_cut_or_lengthened_is_refused() {
        let whole: &'static [u8] = write(&tiny()).leak();
        for end in 0..whole.len() {
            assert!(read(&whole[..end]).is_err(), "{end}");
        }
        let mut longer = whole.to_vec();
        longer.push(0);
        assert!(read(longer.leak()).is_err());
    }

    /// Adds to the length that an image gives of a part.
    fn lengthen(image: &mut [u8], part: usize, bytes: u64) {
        let length = image[part * 8..].first_chunk_mut::<8>().unwrap();
        *length = u64::from_le_bytes(*length).wrapping_add(bytes).to_le_bytes();
    }

    #[test]
    fn an_image_with_wrong_lengths_is_refused() {
        let whole = write(&tiny());
        for part in 0..PARTS {
            for bytes in [1, 12, 64, 128, u64::MAX, 1 << 63] {
                let mut image = whole.clone();
                lengthen(&mut image, part, bytes);
                assert!(read(image.leak()).is_err(), "part {part}, {bytes} bytes more");
            }
            // All bytes are there, but they lie in another part.
            let mut image = whole.clone();
            lengthen(&mut image, part, 64);
            lengthen(&mut image, (part + 1) % PARTS, 64_u64.wrapping_neg());
            assert!(read(image.leak()).is_err(), "part {part}, 64 bytes of the next");
        }
    }
}
