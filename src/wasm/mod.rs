//! The JavaScript face: conversion only.
