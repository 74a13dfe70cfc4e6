"""The template engine of a theme.

Pages are made of a million small texts. Jinja looks at each value for whether it has an attribute or an item of a name,
at each macro for whether it wants to be told where it is called from, and wraps whatever it has escaped, to know it for
markup should it come by again. Where all values are those of contexts, all templates escape and a text that is put out
goes nowhere but into the page, code that does without is right, and takes a third of the time. What fails in it is done
again by Jinja's own, which also takes what is no attribute for an item, and tells what is wrong.
"""

from collections.abc import Callable, MutableMapping
from keyword import iskeyword
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, Final

import markupsafe
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape
from msgspec import Struct

from builder.pages.values import Html
from builder.pages.words import Words
from builder.site import translation
from builder.site.compiled import FOLDER, CompiledTemplates
from builder.site.theme import Theme

FAILURES: Final = (AttributeError, LookupError, TypeError)
"""What quick code raises where only Jinja's own knows what to do."""


def environment(theme: Theme, *, quick: bool = False, kept: Path = FOLDER) -> Environment:
    """Return the template engine of a theme: Jinja's own, or a quick one that raises ``FAILURES`` where it can't do it.

    A theme's template may build on the one it replaces: ``{% extends "default/article.html" %}``. What the quick one
    has compiled is kept in a folder.
    """
    words = translation.words_of(theme)
    folders = [folder / "templates" for folder in theme.folders]
    engine = (_Quick if quick else Environment)(
        loader=ChoiceLoader([FileSystemLoader(folders), PrefixLoader({"default": FileSystemLoader(folders[-1])})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(kept, words.language, _compiler(words)) if quick else None,
    )
    engine.filters["css"] = _css_string
    translation.translate(engine, words)
    return engine


def _compiler(words: Words) -> bytes:
    """Return what decides what a template is compiled to: the code that does it and the words that it puts in."""
    modules = (Path(__file__), Path(translation.__file__))
    return b"".join([*(module.read_bytes() for module in modules), repr(sorted(words.texts.items())).encode()])


def _css_string(text: str) -> str:
    """Return a text as it may stand between the quotes of a CSS string, whatever it holds."""
    return "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in text)


_escaped: Final[Callable[[str], str]] = getattr(markupsafe, "_escape_inner", escape)
"""What MarkupSafe has for the text alone, before it wraps it; in versions without such a function the whole."""


class _Shown(Struct):
    """What a macro shows: to tell it from a text by this takes half the time of making markup of it."""

    text: str

    def __html__(self) -> str:
        """Return the text, for who asks whether it is markup."""
        return self.text


def _as_markup(value: object) -> object:
    """Return what was called for, where something is done with it before it is put out."""
    return Markup(value) if type(value) is _Shown else value


def _put_out(value: object) -> str:
    """Return a value as it stands in a page."""
    if type(value) is str:
        return _escaped(value)
    if type(value) is _Shown:
        return value.text
    if type(value) is Markup or type(value) is Html:
        return value
    return str(value) if type(value) is int else escape(value)


def _macro(
    engine: Environment,
    function: FunctionType,
    name: str,
    arguments: list[str],
    catch_keywords: bool,
    catch_more: bool,
    caller: bool,
    autoescape: bool | None = None,
) -> Callable[..., str]:
    """Return a macro that is given by its compiled function: where it may be, that function itself."""
    macro = Macro(engine, function, name, arguments, catch_keywords, catch_more, caller, autoescape)
    if catch_keywords or catch_more or caller or not autoescape:
        return macro
    function.__defaults__ = (missing,) * len(arguments)
    function.__dict__["macro"] = macro
    return function


def _call(called: Callable[..., object], *given: object, **named: object) -> object:
    """Return what a macro or a function gives for values some of which are given by name."""
    return getattr(called, "macro", called)(*given, **named)


class _Generator(CodeGenerator):
    """Writes code that takes attributes and items and calls macros by itself."""

    _put_out: nodes.Expr | None = None
    """What is written next and goes nowhere but into the page."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        super()._output_child_pre(node, frame, finalize)
        self._put_out = node

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as Jinja has it
        """Write an attribute of a value."""
        if iskeyword(node.attr) or isinstance(node.node, nodes.Literal):
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Write an item of a value."""
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Write a call; no function that templates have wants to know where it is called from."""
        if forward_caller or node.kwargs or node.dyn_args or node.dyn_kwargs:
            self.write("call(")
            self.visit(node.node, frame)
            self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        else:
            self.write("(" if node is self._put_out else "as_markup(")
            self.visit(node.node, frame)
            self.write("(")
            for argument in node.args:
                self.visit(argument, frame)
                self.write(", ")
            self.write(")")
        self.write(")")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        """Write what a macro returns, without a look at whether it is markup."""
        if frame.eval_ctx.volatile:
            super().return_buffer_contents(frame, force_unescaped)
        elif frame.eval_ctx.autoescape:
            self.writeline(f"return Shown(concat({frame.buffer}))")
        else:
            self.writeline(f"return concat({frame.buffer})")


class _Template(Template):
    """A template that puts out its values by :func:`_put_out`."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """Return the template of some compiled code."""
        made = super().from_code(environment, code, globals, uptodate)
        own = {"escape": _put_out, "Macro": _macro, "call": _call, "as_markup": _as_markup, "Shown": _Shown}
        made.root_render_func.__globals__.update(own)
        return made

    def _get_default_module(self, _context: Context | None = None) -> TemplateModule:
        # No page has globals of its own, which would have to be looked for each time.
        return super()._get_default_module()


class _Quick(Environment):
    template_class = _Template
    code_generator_class = _Generator

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._loaded: dict[str, Template] = {}

    def _load_template(self, name: str, globals: MutableMapping[str, Any] | None) -> Template:  # noqa: A002
        # Nothing changes while the engine lives, and every page asks for what it is built on and all its macros.
        if name not in self._loaded:
            self._loaded[name] = super()._load_template(name, globals)
        return self._loaded[name]
