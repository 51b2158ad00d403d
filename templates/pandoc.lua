-- What pandoc cannot see in HTML: a footnote, a tab behind the mark of a claim, and a picture that every word processor shows.
function Span(span)
  if span.classes:includes("footnote") then
    return pandoc.Note({pandoc.Para(span.content)})
  end
  if span.classes:includes("mark") and FORMAT == "docx" then
    span.content:insert(pandoc.RawInline("openxml", "<w:r><w:tab/></w:r>"))
    return span.content
  end
end

-- Older word processors show no SVG: it becomes PNG where rsvg-convert is at hand, and else stays what it is.
function Image(image)
  if FORMAT ~= "docx" or not image.src:match("^data:image/svg") then
    return nil
  end
  local _, drawing = pandoc.mediabag.fetch(image.src)
  local made, bitmap = pcall(pandoc.pipe, "rsvg-convert", {"--format=png", "--zoom=3"}, drawing)
  if made and #bitmap > 0 then
    local name = pandoc.utils.sha1(drawing) .. ".png"
    pandoc.mediabag.insert(name, "image/png", bitmap)
    image.src = name
    return image
  end
end
