//! What the tables are, for people and programs: a Frictionless Data Package without data.

use serde::Serialize;
use verbale_core::Format;

use crate::column::{Column, ColumnType, Reference};
use crate::error::TableError;
use crate::table::Table;

/// The tables with their columns, keys and references, as indented JSON in the form of a
/// [Data Package](https://specs.frictionlessdata.io/data-package/): each table is a resource with a Table Schema. Beside the type of
/// each column stands the one that it has in Arrow.
///
/// # Errors
/// None that the tables can cause: their names and meanings all have a form in JSON.
///
/// ```
/// let description: serde_json::Value = serde_json::from_str(&verbale_tables::describe()?)?;
/// assert_eq!(description["resources"][0]["name"], "events");
/// assert_eq!(description["resources"][0]["schema"]["primaryKey"], serde_json::json!(["document", "id"]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn describe() -> Result<String, TableError> {
    let package = Package {
        name: "verbale-tables",
        description: format!("The flat tables of records of the format {}.", Format::NAME),
        resources: Table::ALL.iter().copied().map(Resource::new).collect(),
    };
    Ok(serde_json::to_string_pretty(&package)?)
}

#[derive(Serialize)]
struct Package {
    name: &'static str,
    description: String,
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct Resource {
    name: &'static str,
    description: &'static str,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    primary_key: &'static [&'static str],
    foreign_keys: Vec<ForeignKey>,
}

#[derive(Serialize)]
struct ForeignKey {
    fields: &'static [&'static str],
    reference: Key,
}

#[derive(Serialize)]
struct Key {
    /// Empty for the same table, in the words of the specification.
    resource: &'static str,
    fields: &'static [&'static str],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Field {
    name: &'static str,
    description: &'static str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    array_item: Option<ArrayItem>,
    arrow: String,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    constraints: Constraints,
}

#[derive(Serialize)]
struct ArrayItem {
    r#type: &'static str,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    constraints: Constraints,
}

#[derive(Default, Serialize)]
struct Constraints {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    required: bool,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    words: Option<Vec<&'static str>>,
}

impl Constraints {
    const fn is_empty(&self) -> bool {
        !self.required && self.words.is_none()
    }
}

impl Resource {
    fn new(table: Table) -> Self {
        let fields = table.columns().iter().map(Field::new).collect();
        let foreign_keys =
            table.references().iter().map(|reference| ForeignKey::new(table, reference)).collect();
        let schema = Schema { fields, primary_key: table.key(), foreign_keys };
        Self { name: table.name(), description: table.meaning(), schema }
    }
}

impl ForeignKey {
    fn new(table: Table, reference: &Reference) -> Self {
        let resource = if reference.table == table.name() { "" } else { reference.table };
        Self { fields: reference.columns, reference: Key { resource, fields: reference.key } }
    }
}

impl Field {
    fn new(column: &Column) -> Self {
        let (r#type, item) = match column.column_type() {
            ColumnType::Text | ColumnType::Word => ("string", None),
            ColumnType::Whole => ("integer", None),
            ColumnType::Number => ("number", None),
            ColumnType::Day => ("date", None),
            ColumnType::Texts => ("array", Some("string")),
            ColumnType::Wholes => ("array", Some("integer")),
        };
        let required = !column.is_nullable();
        // The words of a list are those of its parts.
        let (words, of_parts) = if item.is_none() { (column.words(), None) } else { (None, column.words()) };
        let of_parts = Constraints { words: of_parts, ..Constraints::default() };
        Self {
            name: column.name(),
            description: column.meaning(),
            r#type,
            array_item: item.map(|r#type| ArrayItem { r#type, constraints: of_parts }),
            arrow: column.field().data_type().to_string(),
            constraints: Constraints { required, words },
        }
    }
}
