//! Host tools of the project, as a library so that tests call the same code.
