extension Library {
    /// Whether the library has a type, function or value of this name that is used without a dot before it.
    package func hasFreeName(_ name: String) -> Bool { types[name] != nil || free[name] != nil }
}
