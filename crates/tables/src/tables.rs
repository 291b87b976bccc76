//! All tables of some records, in memory.

use arrow_array::RecordBatch;
use verbale_core::Record;

use crate::batch::BatchBuilder;
use crate::error::TableError;
use crate::table::Table;
use crate::view::View;

/// All tables of some records, one record batch each. For more records than fit into memory there are [`BatchBuilder`] and the
/// writers.
///
/// ```
/// use verbale_tables::{Table, Tables};
///
/// let record = verbale_parse::extract("On 26 March 1979 Egypt and Israel signed a peace treaty.")?;
/// let tables = Tables::from_records([&record])?;
/// assert_eq!(tables.get(Table::Events).num_rows(), 1);
/// assert_eq!(tables.get(Table::Participants).num_rows(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Tables {
    /// One a table, in the order of `Table::ALL`.
    batches: Vec<RecordBatch>,
}

impl Tables {
    /// The tables of these records, whose rows follow the order of the records.
    ///
    /// # Errors
    /// If Arrow refuses the rows: a defect of this crate.
    pub fn from_records<'r>(records: impl IntoIterator<Item = &'r Record>) -> Result<Self, TableError> {
        let mut builders: Vec<_> = Table::ALL.iter().map(|table| BatchBuilder::new(*table)).collect();
        for record in records {
            let view = View::new(record);
            builders.iter_mut().for_each(|builder| builder.push_view(&view));
        }
        let batches = builders.iter_mut().map(BatchBuilder::finish).collect::<Result<_, _>>()?;
        Ok(Self { batches })
    }

    /// A table.
    pub fn get(&self, table: Table) -> &RecordBatch {
        // `ALL` lists the variants in their order, which a test makes sure of.
        &self.batches[table as usize]
    }

    /// Every table with its rows.
    pub fn iter(&self) -> impl Iterator<Item = (Table, &RecordBatch)> {
        Table::ALL.iter().copied().zip(&self.batches)
    }
}
