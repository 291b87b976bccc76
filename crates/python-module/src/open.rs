//! What is written until it is finished or closed.

use std::sync::{Mutex, PoisonError};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

/// Something that is written, from whichever thread, until it is taken.
pub(crate) struct Open<T>(Mutex<Option<T>>);

impl<T> Open<T> {
    pub(crate) const fn new(open: T) -> Self {
        Self(Mutex::new(Some(open)))
    }

    /// Does something with it; `ValueError` if it is no longer there.
    pub(crate) fn with<R>(&self, act: impl FnOnce(&mut T) -> PyResult<R>) -> PyResult<R> {
        act(self.0.lock().unwrap_or_else(PoisonError::into_inner).as_mut().ok_or_else(closed)?)
    }

    /// Takes it, to finish it; `ValueError` if it is no longer there.
    pub(crate) fn take(&self) -> PyResult<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take().ok_or_else(closed)
    }

    /// Lets go of it, if it is there.
    pub(crate) fn close(&self) {
        drop(self.take());
    }
}

fn closed() -> PyErr {
    PyValueError::new_err("it is closed: nothing more can be written")
}
