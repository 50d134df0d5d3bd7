/** The first article, in Chinese. Markdown; a command’s name in braces is its keys. */
export const welcome = {
  "welcome.article": `# 欢迎使用 Lectern

Lectern 为您朗读新闻。这篇文章和其他文章一样：按 {play}，它就会读出来。再按一次 {play}，它会在句子中间暂停。再按一次，就从那里继续。

## 如何移动

{nextSentence} 到下一句，{previousSentence} 到上一句。{nextParagraph} 和 {previousParagraph} 按段移动。{nextSection} 和 {previousSection} 按小节移动：现在就试试，您会听到下一个标题。

不知道读到哪里了？{whereAmI} 会告诉您：第几节、第几段、还剩几分钟。{repeat} 重复刚才的句子；连按两次逐词读，连按三次逐字读。{explain} 说出缩写的意思，只要文章里有解释。如果一个名字读错了，按 {fixPronunciation}，写下它该怎么读，再按 Enter：以后就按您的方式读。

## 选择语速

{faster} 加快，{slower} 放慢。变化马上就能听到。有人用三倍的速度收听；不用着急。

## 选择外观

{largerText} 放大文字，{smallerText} 缩小文字，{resetText} 恢复原来的大小。文字最多可以放大到五倍，始终不用左右移动。设置里有浅色、深色、棕褐色，还有三种对比最强的配色。正在听的句子有标记，正在读的词也有。

## 与读屏软件一起使用

如果您使用读屏软件，它自己的命令在这里都有效：标题就是标题，照片就是照片。暂停 Lectern，光标会停在您最后听到的句子上，读屏软件可以从那里接着读。用读屏软件移到别处，按 {play}，Lectern 就从那里继续。

## 打开文章

{open} 用网址打开网页，或打开文件。{paste} 使用您复制的文字。Lectern 保留文章，略去不属于文章的内容：菜单、广告、按钮。它会告诉您略去了什么。遇到照片会先提示，图片说明只读一遍，即使网页上有两遍。

您读的一切都不会离开这台电脑。{help} 列出所有快捷键，并带您到更多像这样的帮助文章。现在按 {open}，打开新闻吧。
`,
} as const;
