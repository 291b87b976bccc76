//! The model file: magic, version, length, checksum, what is known of its making, lexicon, tables. Little-endian.

use super::reader::Reader;
use super::{Model, ModelError, ModelInfo, coding, shape};
use crate::lexicon::{Entry, Lexicon};
#[cfg(feature = "trainer")]
use crate::table::{Balanced, Wide};

const MAGIC: &[u8; 8] = b"VERBALEM";
/// Version of the format that this crate writes and reads.
pub(crate) const FORMAT: u32 = 1;
/// Magic, version, length, checksum.
#[cfg(feature = "trainer")]
const HEADER: usize = 8 + 4 + 8 + 8;

/// A checksum of 64 bits: eight bytes a step.
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    let step = |sum: u64, eight: [u8; 8]| {
        let sum = (sum ^ u64::from_le_bytes(eight)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
        sum ^ sum >> 32
    };
    let (eights, rest) = bytes.as_chunks::<8>();
    let start = 0x9E37_79B9_7F4A_7C15u64 ^ bytes.len() as u64;
    let sum = eights.iter().fold(start, |sum, &eight| step(sum, eight));
    if rest.is_empty() {
        return sum;
    }
    let mut last = [0u8; 8];
    last.iter_mut().zip(rest).for_each(|(slot, &byte)| *slot = byte);
    step(sum, last)
}

/// What the training hands over.
#[cfg(feature = "trainer")]
pub(crate) struct Learned {
    pub(crate) lexicon: Lexicon,
    pub(crate) tags: Wide<{ shape::TAGS }>,
    pub(crate) roles: Wide<{ shape::ROLES }>,
    pub(crate) actions: Wide<{ shape::ACTIONS }>,
    pub(crate) labels: Wide<{ shape::LABELS }>,
    pub(crate) places: Wide<{ shape::PLACES }>,
    pub(crate) kinds: Wide<{ shape::KINDS }>,
    pub(crate) info: ModelInfo,
}

/// Writes what is known of a model's making, all but the format.
pub(crate) fn write_info(info: &ModelInfo, out: &mut Vec<u8>) {
    for number in [info.data, info.seed, info.tokens] {
        out.extend_from_slice(&number.to_le_bytes());
    }
    out.extend_from_slice(&(info.figures.len() as u16).to_le_bytes());
    for (name, value) in &info.figures {
        out.push(name.len().min(255) as u8);
        out.extend(name.bytes().take(255));
        out.extend_from_slice(&value.to_le_bytes());
    }
}

/// Reads what is known of the making of a model of this format.
pub(crate) fn read_info(reader: &mut Reader<'_>) -> Result<ModelInfo, ModelError> {
    let mut info = ModelInfo {
        format: FORMAT,
        data: reader.u64()?,
        seed: reader.u64()?,
        tokens: reader.u64()?,
        figures: Vec::new(),
    };
    for _ in 0..reader.u16()? {
        let length = usize::from(reader.byte()?);
        let name = std::str::from_utf8(reader.take(length)?)
            .map_err(|_| ModelError::Content("a figure's name is no text"))?;
        info.figures.push((name.to_owned(), reader.u32()?));
    }
    Ok(info)
}

/// Writes a model file.
#[cfg(feature = "trainer")]
pub(crate) fn write(model: &Learned) -> Vec<u8> {
    let mut body = Vec::new();
    write_info(&model.info, &mut body);
    let entries = model.lexicon.entries();
    body.extend_from_slice(&(entries.len() as u32).to_le_bytes());
    for (key, e) in &entries {
        body.extend_from_slice(&key.to_le_bytes());
        body.extend_from_slice(&e.cluster.to_le_bytes());
        body.extend_from_slice(&e.ambiguity.to_le_bytes());
        body.extend_from_slice(&[e.coarse, e.naming, e.sure]);
    }
    coding::write(&model.tags, false, 5, &mut body);
    coding::write(&model.roles, false, 4, &mut body);
    coding::write(&model.actions, true, Balanced::BITS as u8, &mut body);
    coding::write(&model.labels, false, 4, &mut body);
    coding::write(&model.places, false, 4, &mut body);
    coding::write(&model.kinds, false, 5, &mut body);
    let mut out = Vec::with_capacity(HEADER + body.len());
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&FORMAT.to_le_bytes());
    out.extend_from_slice(&((HEADER + body.len()) as u64).to_le_bytes());
    out.extend_from_slice(&checksum(&body).to_le_bytes());
    out.extend_from_slice(&body);
    out
}

/// Reads a model file.
pub(crate) fn read(bytes: &[u8]) -> Result<Model, ModelError> {
    let mut reader = Reader::new(bytes);
    if reader.take(MAGIC.len()).map_err(|_| ModelError::Magic)? != MAGIC {
        return Err(ModelError::Magic);
    }
    let format = reader.u32()?;
    if format != FORMAT {
        return Err(ModelError::Format { found: format, wanted: FORMAT });
    }
    let length = reader.u64()?;
    if length != bytes.len() as u64 {
        return Err(ModelError::Length { found: bytes.len() as u64, wanted: length });
    }
    if reader.u64()? != checksum(reader.rest) {
        return Err(ModelError::Checksum);
    }
    let info = read_info(&mut reader)?;
    let count = reader.u32()?;
    let mut entries = Vec::new();
    for _ in 0..count {
        let key = reader.u32()?;
        let (cluster, ambiguity) = (reader.u16()?, reader.u16()?);
        let [coarse, naming, sure] = reader.array()?;
        if usize::from(sure) > shape::TAGS {
            return Err(ModelError::Content("an unknown tag in the lexicon"));
        }
        entries.push((key, Entry { cluster, coarse, ambiguity, naming, sure }));
    }
    let model = Model {
        lexicon: Lexicon::new(&entries),
        tags: coding::read(&mut reader)?,
        roles: coding::read(&mut reader)?,
        actions: coding::read_balanced(&mut reader)?,
        labels: coding::read(&mut reader)?,
        places: coding::read(&mut reader)?,
        kinds: coding::read(&mut reader)?,
        info,
    };
    reader.end()?;
    Ok(model)
}
