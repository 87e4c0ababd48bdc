//! The JavaScript face: conversion only.

mod allocator;
