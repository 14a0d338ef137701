extension LibraryDocument {
    /// A drawing or decision model as the text that is cited of it, under its name in the library; the name's ending says which.
    public init(model bytes: [UInt8], named name: String) throws {
        let (form, text): (DocumentForm, String) =
            switch DocumentForm(fileName: name) {
            case .bpmn: (.bpmn, try BpmnDocument.text(of: bytes))
            case .dmn: (.dmn, try DmnDocument.text(of: bytes))
            case .markdown, .html, .plain, .docx, .odt, .pdf, nil: throw LibraryFault.unknownForm(name)
            }
        self = LibraryDocument(name: name, text: text, form: form, hash: LibraryDocument.hash(of: bytes))
            .knowing(file: bytes)
    }
}
