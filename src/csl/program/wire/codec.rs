//! The wire format of plain values, words, options and lists, and the macro that lists a struct's fields once for reading
//! and writing.

use super::reader::Reader;
#[cfg(feature = "compile")]
use super::writer::Writer;
use crate::csl::program::locale::{Locale, LocaleDate, OrdinalMatch};
use crate::csl::program::{
    And, Class, Collapse, DateForm, DatePart, DatePartForm, DatePartName, DatePartsShown, DelimiterPrecedes,
    DemoteParticle, Display, FontStyle, FontVariant, FontWeight, GivennameRule, HouseRules, LabelPlural,
    Match, NameAsSortOrder, NameForm, NumberForm, PageRangeFormat, Position, SecondFieldAlign, SortKey,
    Style, SubstituteRule, TextCase, TextDecoration, VerticalAlign,
};
use crate::prelude::*;
use crate::vocabulary::{Gender, ItemType, Locator, Term, TermForm, Variable};

/// A value in the wire format.
///
/// Reading fills a blank value in place: moving every struct out of its reading function and into the struct around it
/// would make the page's code half as large again.
pub(super) trait Codec: Sized {
    /// The value before reading, and after a failure.
    fn blank() -> Self;
    /// Reads the value; unspecified after a failure.
    fn read(&mut self, reader: &mut Reader<'_>);
    /// Writes it.
    #[cfg(feature = "compile")]
    fn write(&self, writer: &mut Writer);
}

/// Reads a value on its own.
pub(super) fn read<T: Codec>(reader: &mut Reader<'_>) -> T {
    let mut value = T::blank();
    value.read(reader);
    value
}

/// Implements [`Codec`] for a small type; writing is left out without the feature `compile`.
macro_rules! codec {
    ($type:ty, $blank:expr, $reader:ident => $read:expr, ($self:ident, $writer:ident) => $write:expr) => {
        impl Codec for $type {
            fn blank() -> Self {
                $blank
            }

            fn read(&mut self, $reader: &mut Reader<'_>) {
                *self = $read;
            }

            #[cfg(feature = "compile")]
            fn write(&$self, $writer: &mut Writer) {
                $write
            }
        }
    };
}
pub(super) use codec;

/// Words of vocabularies, one byte each.
macro_rules! words {
    ($($type:ident),+) => { $(
        codec!($type, {
            const FIRST: $type = match $type::ALL {
                [first, ..] => *first,
                [] => unreachable!(),
            };
            FIRST
        }, reader => {
            $type::from_number(reader.word($type::ALL.len())).unwrap_or($type::blank())
        }, (self, writer) => writer.byte(self.number()));
    )+ };
}

words!(
    And,
    Class,
    Collapse,
    DateForm,
    DatePartForm,
    DatePartName,
    DatePartsShown,
    DelimiterPrecedes,
    DemoteParticle,
    Display,
    FontStyle,
    FontVariant,
    FontWeight,
    Gender,
    GivennameRule,
    ItemType,
    LabelPlural,
    Locator,
    Match,
    NameAsSortOrder,
    NameForm,
    NumberForm,
    OrdinalMatch,
    PageRangeFormat,
    Position,
    SecondFieldAlign,
    SubstituteRule,
    TermForm,
    TextCase,
    TextDecoration,
    Variable,
    VerticalAlign
);

codec!(u32, 0, reader => reader.number(), (self, writer) => writer.number(*self));
codec!(HouseRules, HouseRules(0), reader => HouseRules(reader.number()), (self, writer) => writer.number(self.0));
codec!(bool, false, reader => reader.byte() != 0, (self, writer) => writer.byte(u8::from(*self)));
codec!(String, String::new(), reader => reader.string(), (self, writer) => writer.string(self));
codec!(Term, Term(0), reader => reader.term(), (self, writer) => writer.number(u32::from(self.0)));

/// Only a present value is written; the flags of the struct around it state whether it is.
impl<T: Codec> Codec for Option<T> {
    fn blank() -> Self {
        None
    }

    fn read(&mut self, reader: &mut Reader<'_>) {
        // Nothing is read twice, and code that drops a value before would be compiled for each type.
        self.get_or_insert_with(T::blank).read(reader);
    }

    #[cfg(feature = "compile")]
    fn write(&self, writer: &mut Writer) {
        if let Some(value) = self {
            value.write(writer);
        }
    }
}

/// Appends a blank value and fills it.
pub(super) fn read_onto<T: Codec>(list: &mut Vec<T>, reader: &mut Reader<'_>) {
    list.push(T::blank());
    if let Some(last) = list.last_mut() {
        last.read(reader);
    }
}

/// Lists, which begin with their length.
macro_rules! lists {
    ($($type:ty),+) => { $(
        impl Codec for Vec<$type> {
            fn blank() -> Self {
                Vec::new()
            }

            fn read(&mut self, reader: &mut Reader<'_>) {
                for _ in reader.times() {
                    read_onto(self, reader);
                    if reader.has_failed() {
                        break;
                    }
                }
            }

            #[cfg(feature = "compile")]
            fn write(&self, writer: &mut Writer) {
                writer.length(self.len());
                self.iter().for_each(|value| value.write(writer));
            }
        }
    )+ };
}

lists!(DatePart, Locale, LocaleDate, SortKey, String, Style, Variable);

/// A struct as flags and fields; a field with its default value takes no byte.
pub(super) trait Sparse: Codec {
    /// How many flags there are.
    const FLAGS: u32;
    /// Reads the fields whose flags are set.
    fn fill(&mut self, flags: u32, reader: &mut Reader<'_>);
    /// Which fields differ from their default.
    #[cfg(feature = "compile")]
    fn flags(&self) -> u32;
    /// Writes those fields.
    #[cfg(feature = "compile")]
    fn write_fields(&self, writer: &mut Writer);
}

/// Lists a struct's fields once for reading and writing. Those after `flags` are booleans, whose value is the flag.
macro_rules! fields {
    ($type:ident, [$($($field:ident).+),* $(,)?], flags [$($flag:ident),*]) => {
        impl Sparse for $type {
            const FLAGS: u32 = [$(stringify!($($field).+),)* $(stringify!($flag)),*].len() as u32;

            fn fill(&mut self, flags: u32, reader: &mut Reader<'_>) {
                let mut bit = 1u32;
                $(
                    if flags & bit != 0 {
                        self.$($field).+.read(reader);
                    }
                    bit <<= 1;
                )*
                $(
                    self.$flag = flags & bit != 0;
                    bit <<= 1;
                )*
                let _ = bit;
            }

            #[cfg(feature = "compile")]
            fn flags(&self) -> u32 {
                let default: $type = Codec::blank();
                let mut flags = 0u32;
                let mut bit = 1u32;
                $(
                    if self.$($field).+ != default.$($field).+ {
                        flags |= bit;
                    }
                    bit <<= 1;
                )*
                $(
                    if self.$flag {
                        flags |= bit;
                    }
                    bit <<= 1;
                )*
                let _ = bit;
                flags
            }

            #[cfg(feature = "compile")]
            fn write_fields(&self, writer: &mut Writer) {
                let default: $type = Codec::blank();
                $(
                    if self.$($field).+ != default.$($field).+ {
                        self.$($field).+.write(writer);
                    }
                )*
            }
        }
    };
}
pub(super) use fields;

/// Implements [`Codec`] for a sparse struct: its flags, then its fields.
macro_rules! sparse {
    ($type:ident, $what:literal, $default:expr, $($fields:tt)+) => {
        fields!($type, $($fields)+);

        impl Codec for $type {
            fn blank() -> Self {
                $default
            }

            fn read(&mut self, reader: &mut Reader<'_>) {
                let flags = reader.flags($what, Self::FLAGS);
                self.fill(flags, reader);
            }

            #[cfg(feature = "compile")]
            fn write(&self, writer: &mut Writer) {
                writer.number(self.flags());
                self.write_fields(writer);
            }
        }
    };
}
pub(super) use sparse;
