//! The document itself: its head and its sections.

use verbale_core::{Checksum, Document, LanguageCode, Published, Section, SectionId};

use super::Builder;
use crate::discourse::dates::of_dateline;
use crate::document::{self as layout, HeadField};

impl Builder<'_, '_> {
    /// What was read; what the caller knows goes before what the text says.
    pub(super) fn document(&self) -> Document {
        let head = &self.run.layout.head;
        let metadata = &self.run.metadata;
        let text = |field: &HeadField| field.text.clone();
        Document {
            id: metadata.id.clone().unwrap_or_else(|| "document".to_owned()),
            title: metadata.title.clone().or_else(|| head.title.as_ref().map(text)),
            authors: head.authors.iter().map(text).collect(),
            publisher: head.publisher.as_ref().map(text).or_else(|| self.agency()),
            published: self.published(),
            language: LanguageCode::ENGLISH,
            sha256: Checksum::of(self.run.source),
            length: self.index.length(),
            sections: self.sections(),
        }
    }

    fn published(&self) -> Option<Published> {
        if let Some(edtf) = &self.run.metadata.published {
            return Some(Published::new(edtf.clone(), None));
        }
        let of_head = || self.date_within(&self.run.layout.head.date.as_ref()?.range);
        let of_line = || {
            let mentions = &self.run.mentions;
            let index = of_dateline(&mentions.datelines, &mentions.dates)?;
            // "Manila, 13 July" says no year.
            self.dates.get(index)?.clone().filter(|date| date.edtf().calendar_year().is_some())
        };
        let found = of_head().or_else(of_line)?;
        Some(Published::new(found.edtf().clone(), Some(found.span().clone())))
    }

    /// The agency of the dateline with which the text begins.
    fn agency(&self) -> Option<String> {
        let mentions = &self.run.mentions;
        of_dateline(&mentions.datelines, &mentions.dates)?;
        let agency = mentions.datelines.first()?.agency.as_ref()?;
        Some(self.run.text.slice(agency).to_owned())
    }

    fn sections(&self) -> Vec<Section> {
        let layout = &self.run.layout;
        let section = |(index, section): (usize, &layout::Section)| {
            let first = layout.blocks.get(section.blocks.start);
            let last = section.end_block.checked_sub(1).and_then(|last| layout.blocks.get(last));
            let start = first.map_or(section.title_range.start, |block| block.range.start);
            let end = last.map_or(section.title_range.end, |block| block.range.end);
            Some(Section {
                id: self.section_id(index)?,
                title: section.title.clone(),
                level: section.level,
                parent: section.parent.and_then(|parent| self.section_id(parent)),
                span: self.span(&(start..end))?,
            })
        };
        layout.sections.iter().enumerate().filter_map(section).collect()
    }

    /// The id of a section of the layout; `None` for one without words.
    pub(super) fn section_id(&self, index: usize) -> Option<SectionId> {
        let section = self.run.layout.sections.get(index)?;
        (!section.title.trim().is_empty()).then(|| SectionId::from_index(index))
    }
}
