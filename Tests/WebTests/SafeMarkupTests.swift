import Testing

@testable import Web

@Suite("Safe markup")
struct SafeMarkupTests {
    @Test(arguments: [
        "<svg><script>x</script></svg>", "<svg><SCRIPT/></svg>", "<svg><foreignObject/></svg>",
        "<svg><a href='JavaScript:x'/></svg>", "<svg onload='x'/>", "<svg><g\nonClick = 'x'/></svg>",
        "<svg><image/></svg>",
        "<svg><iframe/></svg>", "<p/>", "",
    ])
    func `a drawing that runs or loads something is not taken over`(markup: String) {
        #expect(SafeMarkup(drawing: markup) == nil)
    }

    @Test(arguments: [
        "<svg><text>weg on line = goed</text></svg>", "<svg><text>on = 1</text><g id='on'/></svg>",
        "<svg class='once'/>",
    ])
    func `words that only look like it are taken over`(markup: String) {
        #expect(SafeMarkup(drawing: markup)?.markup == markup)
    }
}
